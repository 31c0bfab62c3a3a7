-- Counts over all projects are kept beside those of each, so that reading them does not grow with the projects.
INSERT INTO `task_counts` (scope, project, status, priority, value)
  SELECT scope, 'all', status, priority, sum(value) FROM `task_counts` WHERE project <> 'all' GROUP BY 1, 3, 4
  ON CONFLICT (scope, project, status, priority) DO UPDATE SET value = excluded.value;
