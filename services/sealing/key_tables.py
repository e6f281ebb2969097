"""The tables of an agency's key store. Beside keys and tombstones: what was read, what is owed."""

from typing import Final

TABLES: Final = """
CREATE TABLE IF NOT EXISTS key (
  pos INTEGER PRIMARY KEY, key_id TEXT NOT NULL, commitment TEXT NOT NULL, secret BLOB NOT NULL,
  UNIQUE (key_id, commitment));
CREATE TABLE IF NOT EXISTS source (
  key_id TEXT, commitment TEXT, lane TEXT, made INTEGER,
  PRIMARY KEY (key_id, commitment, lane, made)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS erased (
  key_id TEXT, commitment TEXT, PRIMARY KEY (key_id, commitment)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (
  pos INTEGER PRIMARY KEY, at TEXT, lane TEXT, seq INTEGER, ref TEXT, case_id TEXT, key_id TEXT,
  commitment TEXT, UNIQUE (at, lane, seq, key_id, commitment));
CREATE INDEX IF NOT EXISTS seen_key ON seen (key_id, lane);
CREATE TABLE IF NOT EXISTS announced (
  lane TEXT, key_id TEXT, ref TEXT NOT NULL, PRIMARY KEY (lane, key_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS duty (
  pos INTEGER PRIMARY KEY, at TEXT, lane TEXT, seq INTEGER, kind TEXT, key_id TEXT, agency TEXT,
  settled INTEGER NOT NULL DEFAULT 0, UNIQUE (at, lane, seq));
CREATE INDEX IF NOT EXISTS duty_open ON duty (at) WHERE settled = 0;
CREATE TABLE IF NOT EXISTS sent_on (
  at TEXT, reader TEXT, topic_id TEXT NOT NULL, PRIMARY KEY (at, reader)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS arrived (
  pos INTEGER PRIMARY KEY, digest BLOB UNIQUE NOT NULL, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS followed (at TEXT PRIMARY KEY, own INTEGER, received INTEGER);
"""
