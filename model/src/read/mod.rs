//! Reading and checking.
