"""The template engine: compiles a Word file with tags once and renders it many times."""
