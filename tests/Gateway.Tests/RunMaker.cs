using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>Records steps, segments and results that a test makes up.</summary>
sealed class RunMaker(string folder, RunHeader header) : IRunReader
{
    readonly Feed _feed = new(1 << 17);
    readonly List<ResultRow> _results = [];
    readonly Dictionary<Marker, List<ResultRow>> _after = [];
    Sample _sample;
    long _now;
    Step? _step;

    public string Name => "maker";

    public void BeginStep(string technique, string text, int cycle)
    {
        EndStep();
        _sample.StepCount++;
        _sample.SegmentCount = -1;
        _sample.Cycle = cycle;
        _step = new Step(_sample.StepCount, technique, text, _sample.StepCount, [], false, []);
        Write(new StepStarted(_now, _sample.StepCount, _step, cycle, new ProgramPosition(_sample.StepCount - 1, [])));
    }

    /// <summary>A segment whose voltage and current are functions of its time from 0 to 1.</summary>
    public void Segment(SegmentRole role, double slope, double seconds, double every, Func<double, (double Volts, double Amperes)> curve, int pass = 0)
    {
        _sample.SegmentCount++;
        var mode = role is SegmentRole.Sweep ? ControlMode.Voltage : role is SegmentRole.Relaxation ? ControlMode.OpenCircuit : ControlMode.Current;
        var (start, end) = (curve(0), curve(1));
        var set = mode == ControlMode.Voltage ? new Waveform(start.Volts, slope, end.Volts) : Waveform.Constant(start.Amperes);
        var segment = new Segment(role, mode, set, [], new RecordRule(every, double.PositiveInfinity, double.PositiveInfinity), 1e-3, pass);
        Write(new SegmentStarted(_now, _sample.StepCount, _sample.SegmentCount, segment, _sample.Cycle, set.Start, "1 mA", start.Volts, 0));
        var (coulombs, joules) = (0.0, 0.0);
        for (var t = every; t <= seconds; t += every)
        {
            (_sample.Volts, _sample.Amperes) = curve(t / seconds);
            _sample.Sequence++;
            _sample.VoltageNanoseconds = _now + (long)(t * 1e9);
            _sample.CurrentNanoseconds = _sample.VoltageNanoseconds + 40_000_000;
            _sample.NetCoulombs += _sample.Amperes * every;
            coulombs += _sample.Amperes * every;
            joules += _sample.Volts * _sample.Amperes * every;
            _sample.DegreesCelsius = double.NaN;
            _sample.Flags = mode == ControlMode.OpenCircuit ? SampleFlags.OpenCircuit : SampleFlags.None;
            Assert.IsTrue(_feed.TryWrite(new FeedEntry { Kind = FeedKind.Sample, Sample = _sample }));
        }
        _now += (long)(seconds * 1e9);
        Write(new SegmentEnded(_now, _now, _sample.StepCount, _sample.SegmentCount, EndReason.Condition, "time",
            new(Math.Max(coulombs, 0), Math.Max(-coulombs, 0), Math.Max(joules, 0), Math.Max(-joules, 0), (long)(seconds / every)), end.Volts, end.Amperes));
    }

    public void Mark(Mark mark) => Write(mark);

    public void Result(string name, double value, string unit, double uncertainty, string[] flags, params (string Name, object Value)[] details) =>
        _results.Add(new(name, value, unit, uncertainty, flags, _sample.Cycle, _sample.StepCount, _now / 1e9, details.ToDictionary(d => d.Name, d => d.Value)));

    /// <summary>Closes the run and gives its path.</summary>
    public string Finish()
    {
        EndStep();
        Write(new ScanTiming(_now, 0, 36_000, 12, 3, 49_151, 131_071, 2_621_439, 71_000_000));
        Write(new RunEnded(_now, RunState.Done, ""));
        using var recorder = new Recorder(RunFile.Create(folder, header), _feed, [this], CommitRule.FullSpeed);
        recorder.Drain();
        Assert.IsNull(recorder.Fault);
        return recorder.Path;
    }

    public void OnSample(in Sample sample)
    {
    }

    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        if (_after.TryGetValue(marker, out var rows))
        {
            rows.ForEach(post);
        }
    }

    void EndStep()
    {
        if (_step is not null)
        {
            Write(new StepEnded(_now, _sample.StepCount, EndReason.Condition, "done"));
        }
        _step = null;
    }

    void Write(Marker marker)
    {
        _after[marker] = [.. _results];
        _results.Clear();
        Assert.IsTrue(_feed.TryWrite(new FeedEntry { Kind = FeedKind.Marker, Marker = marker }));
    }
}
