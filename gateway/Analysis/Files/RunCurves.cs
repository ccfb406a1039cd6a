using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Collects the curves of a run that its own steps delimit: current over potential of each sweep, voltage over charge of each half cycle.</summary>
sealed class RunCurves : IRunReader
{
    readonly Dictionary<(int Step, int Pass), Drawn> _sweeps = [];
    readonly List<Drawn> _halfCycles = [];
    Drawn? _sweep, _half;
    bool _isHalfCycle;
    double _startCoulombs;

    /// <inheritdoc/>
    public string Name => "curves";

    /// <summary>What was collected: sweeps in their order, a cycle of a voltammetry each, then half cycles.</summary>
    public IEnumerable<Curve> Curves =>
    [
        .. _sweeps.Values.Select(s => s.ToCurve(CurveKind.Sweep)),
        .. _halfCycles.Select(h => h.ToCurve(CurveKind.HalfCycle)),
    ];

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        if ((sample.Flags & (SampleFlags.OpenCircuit | SampleFlags.Approach)) != 0 || !double.IsFinite(sample.Volts) || !double.IsFinite(sample.Amperes))
        {
            return;
        }
        _sweep?.Add(sample.Volts, sample.Amperes);
        if (!_isHalfCycle || sample.Amperes == 0)
        {
            return;
        }
        var isCharge = sample.Amperes > 0;
        if (_half is null || _half.IsCharge != isCharge || _half.Order != sample.Cycle)
        {
            _halfCycles.Add(_half = new($"{(isCharge ? "charge" : "discharge")} {sample.Cycle}", sample.Cycle, isCharge));
            _startCoulombs = sample.NetCoulombs;
        }
        _half.Add(Math.Abs(sample.NetCoulombs - _startCoulombs), sample.Volts);
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        switch (marker)
        {
            case SegmentStarted started:
                var segment = started.Segment;
                _sweep = segment.Role == SegmentRole.Sweep ? Sweep(started) : null;
                _isHalfCycle = segment.Role is SegmentRole.ConstantCurrent or SegmentRole.ConstantVoltage;
                // A rest within a half cycle does not end it; a titration or a sweep does.
                _half = _isHalfCycle || segment.Role == SegmentRole.Rest ? _half : null;
                break;
            case SegmentEnded:
                _sweep = null;
                _isHalfCycle = false;
                break;
        }
    }

    Drawn Sweep(SegmentStarted started)
    {
        var key = (started.StepCount, started.Segment.Pass);
        if (!_sweeps.TryGetValue(key, out var sweep))
        {
            var rate = Math.Abs(started.Segment.Set.SlopePerSecond);
            _sweeps[key] = sweep = new(FormattableString.Invariant($"{rate * 1e3:0.####} mV/s"), rate, true);
        }
        return sweep;
    }

    sealed class Drawn(string label, double order, bool isCharge)
    {
        readonly List<double> _x = [], _y = [];

        public double Order => order;

        public bool IsCharge => isCharge;

        public void Add(double x, double y)
        {
            _x.Add(x);
            _y.Add(y);
        }

        public Curve ToCurve(CurveKind kind) => new(kind, label, _x, _y) { Order = order };
    }
}
