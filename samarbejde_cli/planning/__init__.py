"""A year of meetings planned: demands and wishes as plain values, solved by HiGHS."""
