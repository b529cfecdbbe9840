"""Read forms that were filled in: find the answers, understand them, merge, write."""
