//! Tools for writers: policies that play a scenario by themselves, and the checks over a folder.
