//! How well it went.
