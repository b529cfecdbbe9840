"""What a user can do; every action returns values and prints nothing."""
