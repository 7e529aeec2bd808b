"""A command that is the main job itself and has groups beside it: `newsclean page.html`, `newsclean rules list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

INTERRUPTED: Final = 130
"""Exit code after Ctrl-C: 128 plus the signal's number, as shells have it."""


class Front(click.Command):
    """A command that hands over to a group where the first word is the group's name.

    Args:
        groups: name to what loads the group.
    """

    def __init__(self, *args: Any, groups: Mapping[str, Callable[[], click.Group]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the group that the first word names, else of this command."""
        if args and args[0] in self.groups:
            group = self.groups[args[0]]()
            return group.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run what the context was made for; Ctrl-C ends it without a word."""
        try:
            return super().invoke(ctx) if ctx.command is self else ctx.command.invoke(ctx)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
