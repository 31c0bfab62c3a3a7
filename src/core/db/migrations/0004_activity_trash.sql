CREATE TABLE `activity` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_name` text,
	`conversation_id` text,
	`project_id` text,
	`change_set_id` text,
	`suggestion_id` text,
	`operation` text,
	`record_kind` text,
	`record_id` text,
	`title` text NOT NULL,
	`fields` text,
	`record_count` integer NOT NULL,
	`run_id` text,
	`step_id` text,
	`tool_name` text,
	`tool_found` integer,
	`tool_duration` integer,
	`tool_error` text
);
--> statement-breakpoint
CREATE TABLE `trash` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record_kind` text NOT NULL,
	`record_id` text NOT NULL,
	`title` text NOT NULL,
	`project_id` text,
	`deleted_at` integer NOT NULL,
	`child_count` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_name` text,
	`change_set_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trash_record` ON `trash` (`record_kind`,`record_id`);--> statement-breakpoint
CREATE INDEX `trash_deleted` ON `trash` (`deleted_at`);--> statement-breakpoint
ALTER TABLE `change_sets` ADD `is_restore` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `change_sets` ADD `is_expired` integer DEFAULT false NOT NULL;--> statement-breakpoint
INSERT INTO `activity` (`at`, `type`, `actor_kind`, `actor_name`, `conversation_id`, `project_id`, `change_set_id`, `suggestion_id`,
  `operation`, `record_kind`, `record_id`, `title`, `fields`, `record_count`, `run_id`, `step_id`, `tool_name`, `tool_found`,
  `tool_duration`, `tool_error`)
WITH `sets` AS (
  SELECT `change_set_id`, count(DISTINCT `record_kind` || `record_id`) AS `records`, min(`sequence`) AS `first`,
    max(`sequence`) AS `last`, min(`operation`) AS `one`, max(`operation`) AS `other`, min(`record_kind`) AS `kind`,
    max(`record_kind`) AS `other_kind`, min(`suggestion_id`) AS `suggestion`, max(`suggestion_id`) AS `other_suggestion`,
    count(`project_id`) = count(*) AND min(`project_id`) = max(`project_id`) AS `in_one_project`,
    max(`operation` = 'delete') AS `deletes`, max(`operation` IN ('create', 'approve', 'suggest')) AS `makes`
  FROM `history` GROUP BY `change_set_id`
), `changes` AS (
  SELECT s.`at`, s.rowid AS `place`, s.`actor_kind`, s.`actor_name`, s.`conversation_id`, s.`undoes`, s.`id`, e.*,
    CASE WHEN e.`suggestion` = e.`other_suggestion` THEN e.`suggestion` END AS `about`,
    -- What hangs on a record is deleted before it, and comes back after it.
    CASE WHEN e.`deletes` AND NOT e.`makes` THEN e.`last` ELSE e.`first` END AS `lead`,
    e.`records` > 1 AND NOT e.`deletes` AND s.`undoes` IS NULL AS `is_several`
  FROM `change_sets` s JOIN `sets` e ON e.`change_set_id` = s.`id`
)
SELECT `at`, `type`, `actor_kind`, `actor_name`, `conversation_id`, `project_id`, `change_set_id`, `suggestion_id`, `operation`,
  `record_kind`, `record_id`, `title`, `fields`, `record_count`, `run_id`, `step_id`, `tool_name`, `tool_found`, `tool_duration`,
  `tool_error`
FROM (
  SELECT c.`at`, 0 AS `source`, c.`place`, 'change' AS `type`, c.`actor_kind`, c.`actor_name`,
    ifnull(c.`conversation_id`, g.`conversation_id`) AS `conversation_id`,
    CASE WHEN NOT c.`is_several` OR c.`in_one_project` THEN h.`project_id` END AS `project_id`, c.`id` AS `change_set_id`,
    c.`about` AS `suggestion_id`,
    CASE
      WHEN EXISTS (SELECT 1 FROM `suggestion_moves` m WHERE m.`change_set_id` = c.`id` AND m.`to_state` = 'approved') THEN 'approve'
      WHEN c.`one` = c.`other` OR NOT c.`is_several` THEN h.`operation`
    END AS `operation`,
    CASE WHEN c.`kind` = c.`other_kind` OR NOT c.`is_several` THEN h.`record_kind` END AS `record_kind`,
    CASE WHEN NOT c.`is_several` THEN h.`record_id` END AS `record_id`,
    CASE WHEN c.`is_several` THEN ifnull(g.`title`, h.`title`) ELSE h.`title` END AS `title`,
    CASE WHEN c.`records` = 1 AND h.`operation` = 'update' THEN (
      SELECT json_group_array(`key`) FROM (
        SELECT `key` FROM json_each(CASE WHEN json_valid(h.`after`) THEN h.`after` END)
        UNION SELECT `key` FROM json_each(CASE WHEN json_valid(h.`texts`) THEN h.`texts` END)
      ) WHERE `key` NOT IN ('completedAt', 'archivedAt')
    ) END AS `fields`,
    c.`records` AS `record_count`, NULL AS `run_id`, NULL AS `step_id`, NULL AS `tool_name`, NULL AS `tool_found`,
    NULL AS `tool_duration`, NULL AS `tool_error`
  FROM `changes` c JOIN `history` h ON h.`sequence` = c.`lead` LEFT JOIN `suggestions` g ON g.`id` = c.`about`
  UNION ALL
  SELECT m.`created_at`, 1, m.`sequence` * 1000 + t.`key`, 'tool', 'agent', m.`agent`, m.`conversation_id`,
    CASE v.`scope_kind` WHEN 'project' THEN v.`scope_id` END, NULL, NULL, NULL, NULL, NULL, '', NULL, 0, m.`run_id`,
    t.`value` ->> '$.id', t.`value` ->> '$.tool', t.`value` ->> '$.count', t.`value` ->> '$.duration',
    CASE t.`value` ->> '$.state' WHEN 'failed' THEN 'failed' END
  FROM `messages` m JOIN `conversations` v ON v.`id` = m.`conversation_id`,
    json_each(CASE WHEN json_valid(m.`steps`) THEN m.`steps` END) t
  WHERE m.`run_id` IS NOT NULL AND t.`value` ->> '$.state' IN ('done', 'failed')
    AND t.`value` ->> '$.id' IS NOT NULL AND t.`value` ->> '$.tool' IS NOT NULL
  UNION ALL
  SELECT b.`generated_at`, 2, b.rowid, 'brief', 'agent', 'general', NULL, NULL, NULL, NULL, NULL, NULL, NULL, b.`day`, NULL,
    ifnull(CASE WHEN json_valid(b.`brief`) THEN b.`brief` ->> '$.recordCount' END, 0), NULL, NULL, NULL, NULL, NULL, NULL
  FROM `briefs` b
) ORDER BY `at`, `source`, `place`;
--> statement-breakpoint
CREATE INDEX `activity_at` ON `activity` (`at`);--> statement-breakpoint
CREATE INDEX `activity_actor` ON `activity` (`actor_kind`,`at`);--> statement-breakpoint
CREATE INDEX `activity_agent` ON `activity` (`actor_name`,`at`) WHERE actor_name is not null;--> statement-breakpoint
CREATE INDEX `activity_kind` ON `activity` (`record_kind`,`at`) WHERE record_kind is not null;--> statement-breakpoint
CREATE INDEX `activity_project` ON `activity` (`project_id`,`at`) WHERE project_id is not null;--> statement-breakpoint
CREATE INDEX `activity_conversation` ON `activity` (`conversation_id`,`at`) WHERE conversation_id is not null;--> statement-breakpoint
CREATE INDEX `activity_tools` ON `activity` (`at`) WHERE type <> 'change';--> statement-breakpoint
CREATE UNIQUE INDEX `activity_change_set` ON `activity` (`change_set_id`) WHERE change_set_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `activity_step` ON `activity` (`run_id`,`step_id`) WHERE run_id is not null;--> statement-breakpoint
INSERT INTO `trash` (`record_kind`, `record_id`, `title`, `project_id`, `deleted_at`, `child_count`, `actor_kind`, `actor_name`, `change_set_id`)
WITH `deleted` AS (
  SELECT h.`sequence`, h.`change_set_id`, h.`record_kind`, h.`record_id`, h.`title`, h.`project_id`, s.`at`, s.`actor_kind`, s.`actor_name`,
    s.`undoes`, h.`before` ->> '$.body' AS `body`,
    CASE h.`record_kind` WHEN 'comment' THEN h.`before` ->> '$.taskId' WHEN 'task' THEN h.`before` ->> '$.projectId'
      WHEN 'checkpoint' THEN h.`before` ->> '$.projectId' END AS `parent`
  FROM `change_sets` s JOIN `history` h ON h.`change_set_id` = s.`id`
  WHERE h.`operation` = 'delete' AND json_valid(h.`before`)
    -- The last thirty days, as the workspace knows them.
    AND s.`at` > (SELECT ifnull(max(`at`), 0) FROM `change_sets`) - 2592000000
), `counted` AS (
  SELECT d.*, (SELECT count(*) FROM `deleted` c WHERE c.`change_set_id` = d.`change_set_id` AND c.`parent` = d.`record_id`) +
    (SELECT count(*) FROM `deleted` c JOIN `deleted` g ON g.`change_set_id` = c.`change_set_id` AND g.`parent` = c.`record_id`
     WHERE c.`change_set_id` = d.`change_set_id` AND c.`parent` = d.`record_id`) AS `children`
  FROM `deleted` d
  WHERE d.`sequence` = (SELECT max(`sequence`) FROM `history` n
      WHERE n.`record_kind` = d.`record_kind` AND n.`record_id` = d.`record_id` AND n.`operation` = 'delete')
    AND NOT EXISTS (SELECT 1 FROM `history` p WHERE p.`change_set_id` = d.`change_set_id` AND p.`record_id` = d.`parent`
      AND p.`operation` IN ('delete', 'reject'))
    -- Undoing that something was made is not deleting it.
    AND NOT EXISTS (SELECT 1 FROM `history` m JOIN `change_sets` u ON u.`id` = m.`change_set_id`
      WHERE m.`change_set_id` = d.`undoes` AND m.`record_kind` = d.`record_kind` AND m.`record_id` = d.`record_id`
        AND m.`operation` = 'create' AND u.`undoes` IS NULL)
    AND CASE d.`record_kind`
      WHEN 'client' THEN NOT EXISTS (SELECT 1 FROM `clients` r WHERE r.`id` = d.`record_id`)
      WHEN 'project' THEN NOT EXISTS (SELECT 1 FROM `projects` r WHERE r.`id` = d.`record_id`)
      WHEN 'task' THEN NOT EXISTS (SELECT 1 FROM `tasks` r WHERE r.`id` = d.`record_id`)
      WHEN 'checkpoint' THEN NOT EXISTS (SELECT 1 FROM `checkpoints` r WHERE r.`id` = d.`record_id`)
      WHEN 'note' THEN NOT EXISTS (SELECT 1 FROM `notes` r WHERE r.`id` = d.`record_id`)
      WHEN 'comment' THEN NOT EXISTS (SELECT 1 FROM `comments` r WHERE r.`id` = d.`record_id`)
    END
)
SELECT `record_kind`, `record_id`, CASE `record_kind` WHEN 'comment' THEN substr(ifnull(`body`, `title`), 1, 200) ELSE `title` END,
  `project_id`, `at`, `children`, `actor_kind`, `actor_name`, `change_set_id`
FROM `counted` ORDER BY `at`, `sequence`;
--> statement-breakpoint
INSERT INTO `counts` (`key`, `value`) SELECT 'trash', count(*) FROM `trash` HAVING count(*) > 0;
