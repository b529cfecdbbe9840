"""Many finished Word files put together as one."""
