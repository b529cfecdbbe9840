"""Bulk letters, safely: plan, sample, approve, run, record, verify.

The plan makes every letter and notes its SHA-256, so an approval of the plan's hash covers the very
bytes that the run may write. Letters that were kept until the run, and those that it makes again,
are compared with the plan one by one: what differs is not written, whatever changed in between.
"""
