namespace CoinRig.Runs;

/// <summary>
/// The tables of a run file. Whoever opens one with sqlite3 finds steps, segments and events as views: the markers are
/// kept once, in the order in which they happened, and a step's text once, however often it was run.
/// </summary>
static class RunSchema
{
    /// <summary>"CRIG", what <c>file</c> and <c>PRAGMA application_id</c> tell.</summary>
    public const int ApplicationId = 0x43524947;

    /// <summary>The version of the tables; a reader refuses newer ones.</summary>
    public const int Version = 3;

    /// <summary>What makes an empty file a run file.</summary>
    public static string Create => $$"""
        PRAGMA application_id = {{ApplicationId}};
        PRAGMA user_version = {{Version}};

        CREATE TABLE run (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            run_id TEXT NOT NULL, started_utc TEXT NOT NULL,
            protocol_name TEXT NOT NULL, protocol_text TEXT NOT NULL,
            cell_name TEXT NOT NULL, cell_text TEXT NOT NULL,
            profile_name TEXT NOT NULL, profile_text TEXT NOT NULL,
            channel INTEGER NOT NULL, source TEXT NOT NULL, seed INTEGER NOT NULL, software_version TEXT NOT NULL,
            state TEXT NOT NULL, state_message TEXT NOT NULL, ended_seconds REAL
        ) STRICT;

        CREATE TABLE samples (
            first_sequence INTEGER PRIMARY KEY, count INTEGER NOT NULL,
            layout_version INTEGER NOT NULL, crc32c INTEGER NOT NULL, columns BLOB NOT NULL
        ) STRICT;

        CREATE TABLE definitions (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;

        CREATE TABLE markers (
            position INTEGER PRIMARY KEY, after_sequence INTEGER NOT NULL, nanoseconds INTEGER NOT NULL, kind TEXT NOT NULL,
            step_count INTEGER, segment_count INTEGER, definition INTEGER REFERENCES definitions (id), content TEXT NOT NULL
        ) STRICT;

        CREATE TABLE results (
            id INTEGER PRIMARY KEY, after_marker INTEGER NOT NULL,
            name TEXT NOT NULL, value REAL, unit TEXT NOT NULL, uncertainty REAL, flags TEXT NOT NULL,
            cycle INTEGER NOT NULL, step INTEGER NOT NULL, seconds REAL, details TEXT NOT NULL
        ) STRICT;

        CREATE TABLE checkpoint (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            sequence INTEGER NOT NULL, voltage_nanoseconds INTEGER NOT NULL, current_nanoseconds INTEGER NOT NULL,
            volts REAL, amperes REAL, net_coulombs REAL, net_joules REAL, degrees_celsius REAL,
            step_count INTEGER NOT NULL, segment_count INTEGER NOT NULL, cycle INTEGER NOT NULL, flags INTEGER NOT NULL,
            instruction INTEGER, passes TEXT,
            segment_charge_coulombs REAL, segment_discharge_coulombs REAL, segment_charge_joules REAL, segment_discharge_joules REAL, segment_scans INTEGER,
            step_uncounted_nanoseconds INTEGER, segment_uncounted_nanoseconds INTEGER
        ) STRICT;

        CREATE TABLE cursors (
            sink TEXT PRIMARY KEY, sequence INTEGER NOT NULL, result_id INTEGER NOT NULL, event_id INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW steps AS
            SELECT s.step_count, d.content ->> 'number' AS number, d.content ->> 'technique' AS technique, d.content ->> 'text' AS text,
                s.content ->> 'cycle' AS cycle, s.nanoseconds / 1e9 AS started_seconds, e.nanoseconds / 1e9 AS ended_seconds,
                e.content ->> 'reason' AS end_reason, e.content ->> 'text' AS end_text
            FROM markers s JOIN definitions d ON d.id = s.definition
            LEFT JOIN markers e ON e.kind = 'step-ended' AND e.step_count = s.step_count
            WHERE s.kind = 'step-started' ORDER BY s.position;

        CREATE VIEW segments AS
            SELECT s.step_count, s.segment_count, d.content ->> 'role' AS role, d.content ->> 'mode' AS mode, s.content ->> 'cycle' AS cycle,
                nullif(s.content ->> 'set_value', 'NaN') AS set_value, s.content ->> 'range' AS range,
                s.nanoseconds / 1e9 AS started_seconds, (e.content ->> 'condition_nanoseconds') / 1e9 AS ended_seconds,
                e.content ->> 'reason' AS end_reason, e.content ->> 'text' AS end_text,
                (e.content ->> '$.integrals.charge_coulombs') / 3600 AS charge_ampere_hours,
                (e.content ->> '$.integrals.discharge_coulombs') / 3600 AS discharge_ampere_hours,
                (e.content ->> '$.integrals.charge_joules') / 3600 AS charge_watt_hours,
                (e.content ->> '$.integrals.discharge_joules') / 3600 AS discharge_watt_hours,
                e.content ->> 'last_volts' AS last_volts, e.content ->> 'last_amperes' AS last_amperes
            FROM markers s JOIN definitions d ON d.id = s.definition
            LEFT JOIN markers e ON e.kind = 'segment-ended' AND e.step_count = s.step_count AND e.segment_count = s.segment_count
            WHERE s.kind = 'segment-started' ORDER BY s.position;

        CREATE VIEW events AS
            SELECT position AS id, nanoseconds / 1e9 AS seconds, content ->> 'code' AS code, content ->> 'severity' AS severity,
                content ->> 'message' AS message
            FROM markers WHERE kind = 'event' ORDER BY position;

        CREATE VIEW marks AS
            SELECT nanoseconds / 1e9 AS seconds, content ->> 'text' AS text, content ->> 'source' AS source
            FROM markers WHERE kind = 'mark' ORDER BY nanoseconds, position;

        CREATE VIEW scan_timing AS
            SELECT (content ->> 'since_nanoseconds') / 1e9 AS since_seconds, nanoseconds / 1e9 AS until_seconds, content ->> 'scans' AS scans,
                content ->> 'late_scans' AS late_scans, content ->> 'missed_scans' AS missed_scans,
                (content ->> 'median_nanoseconds') / 1e6 AS median_milliseconds, (content ->> 'percentile99_nanoseconds') / 1e6 AS percentile99_milliseconds,
                (content ->> 'percentile999_nanoseconds') / 1e6 AS percentile999_milliseconds, (content ->> 'largest_nanoseconds') / 1e6 AS largest_milliseconds
            FROM markers WHERE kind = 'scan-timing' ORDER BY position;
        """;
}
