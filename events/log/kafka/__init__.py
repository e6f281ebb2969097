"""The Kafka transport: sealed batches from lanes to the topics of their readers, and back."""
