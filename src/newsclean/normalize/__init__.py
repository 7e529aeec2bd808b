"""The last stage: fields from what a page declares and shows, and the `Article` that holds them."""
