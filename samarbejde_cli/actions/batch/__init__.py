"""Bulk letters, safely: plan, sample, approve, run, record, verify.

The plan makes every letter in memory and notes its SHA-256, so an approval of the plan's hash
covers the very bytes that the run may write. What the run makes is compared with the plan, letter
by letter: what differs is not written, whatever changed in between.
"""
