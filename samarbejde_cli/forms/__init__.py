"""Forms: trees of raw text into typed models, with every mistake as a finding."""
