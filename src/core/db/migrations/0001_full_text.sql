CREATE VIRTUAL TABLE `search_text` USING fts5(
  title,
  body,
  content = 'search_documents',
  content_rowid = 'sequence',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '2 3'
);
--> statement-breakpoint
INSERT INTO `search_text` (`search_text`, `rank`) VALUES ('rank', 'bm25(8.0, 1.0)');
