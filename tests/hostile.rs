//! Hostile data.
