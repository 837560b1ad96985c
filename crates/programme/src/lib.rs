//! Sites, providers, posts.
