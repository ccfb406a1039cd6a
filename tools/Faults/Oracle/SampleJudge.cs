namespace CoinRig.Faults;

/// <summary>
/// Every row is one pair of results that the ADC truly gave, at its true time; none is used twice, and in a protocol that records every scan
/// none is missing. What was committed before a kill is there for good.
/// </summary>
sealed class SampleJudge
{
    const string Promise = "samples";

    /// <summary>A time of the data sheet and the time that the program takes for it differ by the frames between.</summary>
    const long SameNanoseconds = 1_500_000;

    /// <summary>The same where DRDY told of a result late, because the ADC was silent for a moment.</summary>
    const long SilentNanoseconds = 45_000_000;

    const double SameVolts = 1e-9, SameAmperes = 1e-12;

    /// <summary>A scan may be away from the next by a part of a period more, for what a change of the set value takes.</summary>
    const double MostPeriods = 1.6;

    /// <summary>Scans that a segment's end in time leaves out, and those of a stop.</summary>
    const double MostPeriodsAtTheEnd = 3.2;

    /// <summary>Connecting a cell in series with a shunt takes so long, s.</summary>
    const double ConnectSeconds = 4;

    readonly World _world;
    readonly Judgement _judgement;
    readonly RunContent _content;
    readonly Readings _readings;
    readonly long _period;

    SampleJudge(World world, Judgement judgement, RunContent content)
    {
        (_world, _judgement, _content, _readings) = (world, judgement, content, new Readings(world));
        _period = world.Scenario.Setting.Profile.ScanPeriodNanoseconds;
    }

    /// <summary>Judges; gives for each row the true time of its current, ns of the world, or -1.</summary>
    internal static long[] Judge(World world, Judgement judgement, RunContent content)
    {
        var judge = new SampleJudge(world, judgement, content);
        judge.JudgeSequence();
        judge.JudgeRemains();
        var times = judge.JudgeTruth();
        if (world.Scenario.RecordsEveryScan)
        {
            judge.JudgeHoles();
        }
        return times;
    }

    void JudgeSequence()
    {
        for (var i = 0; i < _content.Rows.Count; i++)
        {
            _judgement.Check(_content.Rows[i].Sequence == i + 1, Promise, $"sample {i + 1} is missing or doubled");
            _judgement.Check(!(_content.Rows[i].DegreesCelsius == 0), Promise, $"sample {i + 1} says 0 degC");
        }
        _judgement.Check(_content.Checkpoint == _content.Rows.Count || _content.Rows.Count == 0, Promise, $"the checkpoint stands at {_content.Checkpoint}, the last sample is {_content.Rows.Count}");
    }

    /// <summary>What was in the file after each kill is in it still, and lacks no more than the durability allows.</summary>
    void JudgeRemains()
    {
        foreach (var (life, remains) in _world.Remains)
        {
            _judgement.Check(remains.Broken == "ok", "file", $"after a kill SQLite says: {remains.Broken}");
            _judgement.Check(remains.Rows.SequenceEqual(_content.Rows.Take(remains.Rows.Count)) || IsOther(remains), Promise, $"{remains.Rows.Count} samples were committed before a kill, and not all of them are there");
            _judgement.Check(remains.Checkpoint == remains.Rows.Count || remains.Rows.Count == 0, Promise, $"after a kill the checkpoint stands at {remains.Checkpoint}, the last sample is {remains.Rows.Count}");
            JudgeLoss(life, remains);
        }
    }

    /// <summary>A killed process loses what it had not committed: no more than the durability, and what the recorder had not taken yet.</summary>
    void JudgeLoss(Life life, RunContent remains)
    {
        var index = _world.Lives.IndexOf(life);
        // A rest after a loss of power is recorded by a rule of its own.
        if (!_world.Scenario.RecordsEveryScan || remains.Notes.Exists(IsRest) || life.Began < 0 || life.Outcome is not null || remains.Rows.Count == 0 || _world.HeldUpNanoseconds > 0
            || remains.Notes.FindLastIndex(n => n.Kind == "run-resumed") is var resumed && resumed >= 0 && remains.Notes[resumed].AfterSequence == remains.Rows.Count
            || _readings.ShiftOf(index, life, OfLife(remains), isExact: true) is not { } shift)
        {
            return;
        }
        var last = remains.Rows[^1].CurrentNanoseconds + shift;
        var connects = _world.Truth.Closures.Any(c => (c.Closed > last && c.Closed < life.Ended) || (c.Opened > last && c.Opened < life.Ended));
        var allowed = _world.Scenario.DurabilitySeconds + (_world.Scenario.ScansPerDrain + 3) * _period * 1e-9 + (connects ? ConnectSeconds : 0) + _world.DiskDelayNanoseconds * 1e-9;
        _judgement.Check((life.Ended - last) * 1e-9 <= allowed, Promise, $"the last {(life.Ended - last) * 1e-9:0.0} s before a kill were not committed; {allowed:0.0} s are allowed");
    }

    static Row[] OfLife(RunContent content)
    {
        var first = content.Rows.Count - 1;
        while (first > 0 && !content.Rows[first].Has(Row.AfterGap))
        {
            first--;
        }
        return [.. content.Rows.Skip(first)];
    }

    static bool IsRest(Note note) => note.Kind == "run-resumed" && note.Text("action") == "rest";

    /// <summary>A run that was killed before its first commit of a sample may have been begun again as another.</summary>
    bool IsOther(RunContent remains) => remains.StartedUtc != _content.StartedUtc;

    long[] JudgeTruth()
    {
        var times = new long[_content.Rows.Count];
        Array.Fill(times, -1);
        var isExact = _world.Scenario.RecordsEveryScan;
        foreach (var (life, first, count) in LivesOfRows())
        {
            if (_readings.ShiftOf(life, _world.Lives[life], [.. _content.Rows.Skip(first).Take(count)], isExact) is not { } shift)
            {
                _judgement.Check(!isExact, Promise, $"sample {first + 1} and those after it are none that the ADC gave to process {life + 1}");
                continue;
            }
            JudgeLife(life, first, count, shift, isExact, times);
        }
        return times;
    }

    void JudgeLife(int life, int first, int count, long shift, bool isExact, long[] times)
    {
        var zeros = new Dictionary<(int, int), double>();
        var used = -1;
        for (var i = first; i < first + count; i++)
        {
            var row = _content.Rows[i];
            times[i] = row.CurrentNanoseconds + shift;
            if (!isExact)
            {
                continue;
            }
            var voltage = Find(life, isVoltage: true, row.VoltageNanoseconds + shift);
            var current = Find(life, isVoltage: false, row.CurrentNanoseconds + shift);
            _judgement.Check(voltage >= 0 && current >= 0, Promise, $"sample {i + 1} has no reading at its time ({row.VoltageNanoseconds * 1e-9:0.000000} s): {_readings.Near(life, row.VoltageNanoseconds + shift)}");
            if (voltage < 0 || current < 0)
            {
                continue;
            }
            _judgement.Check(voltage > used, Promise, $"sample {i + 1} is of a reading that another sample has already");
            used = voltage;
            _judgement.Matched++;
            var volts = _readings.Volts(life, voltage);
            _judgement.Check(Math.Abs(row.Volts - volts) < SameVolts, Promise, $"sample {i + 1} says {row.Volts:0.000000000} V, the ADC gave {volts:0.000000000} V");
            var (amperes, gain, range) = _readings.Amperes(life, current);
            if (!zeros.TryAdd((gain, range), row.Amperes - amperes))
            {
                _judgement.Check(Math.Abs(row.Amperes - amperes - zeros[(gain, range)]) < SameAmperes, Promise, $"sample {i + 1} says {row.Amperes * 1e6:0.000000} uA, the ADC gave {(amperes + zeros[(gain, range)]) * 1e6:0.000000} uA");
            }
        }
    }

    int Find(int life, bool isVoltage, long nanoseconds) => _readings.Find(life, isVoltage, nanoseconds, SameNanoseconds) is >= 0 and var found ? found
        : _world.Scenario.Faults.Any(f => f.Type.Name == "ADC silent") ? _readings.Find(life, isVoltage, nanoseconds, SilentNanoseconds) : -1;

    /// <summary>Which process recorded which rows: each but the first begins with the flag of a gap.</summary>
    IEnumerable<(int Life, int First, int Count)> LivesOfRows()
    {
        var lives = _world.Lives.Select((life, index) => (life, index)).Where(l => l.life.Began >= 0).ToArray();
        var starts = new List<int> { 0 };
        for (var i = 1; i < _content.Rows.Count; i++)
        {
            if (_content.Rows[i].Has(Row.AfterGap))
            {
                starts.Add(i);
            }
        }
        var life = Array.FindLastIndex(lives, l => !l.life.IsResumption);
        for (var s = 0; s < starts.Count && _content.Rows.Count > 0; s++)
        {
            var count = (s + 1 < starts.Count ? starts[s + 1] : _content.Rows.Count) - starts[s];
            // A process that was killed before its first commit left no row.
            while ((s > 0 || _content.Rows[0].Has(Row.AfterGap)) && ++life < lives.Length && !_readings.Begins(lives[life].index, lives[life].life, _content.Rows[starts[s]], _world.Scenario.RecordsEveryScan))
            {
            }
            if (life >= 0 && life < lives.Length)
            {
                yield return (lives[life].index, starts[s], count);
            }
        }
    }

    void JudgeHoles()
    {
        const int excused = Row.Late | Row.RangeChanged | Row.AfterGap | Row.Paused | Row.AfterStep | Row.Repeated;
        var end = _content.Notes.Find(IsRest)?.AfterSequence ?? _content.Rows.Count;
        for (var i = 1; i < end; i++)
        {
            var (a, b) = (_content.Rows[i - 1], _content.Rows[i]);
            if ((a.Step, a.Segment) == (b.Step, b.Segment) && !b.Has(excused))
            {
                var periods = (double)(b.VoltageNanoseconds - a.VoltageNanoseconds) / _period;
                _judgement.Check(periods is > 0 and < MostPeriods, Promise, $"{periods:0.0} periods lie between samples {i} and {i + 1}: some are lost");
            }
        }
        foreach (var ended in _content.Notes.Where(n => n.Kind == "segment-ended" && n.AfterSequence > 0))
        {
            var row = _content.Rows[(int)ended.AfterSequence - 1];
            if ((row.Step, row.Segment) == (ended.Step, ended.Segment) && ended.Text("reason") != "stopped" && _world.HeldUpNanoseconds == 0)
            {
                var periods = (double)(ended.Nanoseconds - row.VoltageNanoseconds) / _period;
                _judgement.Check(periods < MostPeriodsAtTheEnd, Promise, $"{periods:0.0} periods lie between sample {row.Sequence} and the end of its segment: some are lost");
            }
        }
    }
}
