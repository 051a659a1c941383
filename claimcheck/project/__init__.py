"""What a project keeps beside its transcripts: its configuration, its baseline, and what it wants kept silent."""
