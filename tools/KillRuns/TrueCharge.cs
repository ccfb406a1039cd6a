using CoinRig.Analysis;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.KillRuns;

/// <summary>
/// The charge that truly went through the cell's model from the first to the last sample of each segment in each life of the gateway, beside the recorded one. Ramps are left
/// out: their steps of 5 mV a scan make a current that falls between two readings, and no uncertainty is stated for it.
/// </summary>
sealed class TrueCharge(BoardTwin twin, VirtualClock clock, BoardProfile board) : IRunReader
{
    const double Sigmas = 3;

    double _recorded;
    double _true;
    double _throughput;
    double _seconds;
    double _delaySeconds;
    long _origin;
    bool _isNew;
    (int, int) _segment;
    (double Recorded, double True, double Seconds)? _before;

    public string Name => "truth";

    /// <summary>A life begins. What flows before its first sample is in no record.</summary>
    internal void Begin(bool isNew) => (_before, _isNew, _origin) = (null, isNew, clock.Nanoseconds);

    public void OnSample(in Sample sample)
    {
        if (_isNew)
        {
            // A sample is handed over a little after its reading; how long is the same in every scan.
            _delaySeconds = (clock.Nanoseconds - _origin - sample.CurrentNanoseconds) * 1e-9;
        }
        var at = (Recorded: sample.NetCoulombs, True: twin.Channels[0].CellCoulombs - (sample.Flags.HasFlag(SampleFlags.OpenCircuit) ? 0 : sample.Amperes * _delaySeconds), Seconds: sample.CurrentNanoseconds * 1e-9);
        var isHere = !sample.Flags.HasFlag(SampleFlags.Approach) && (sample.StepCount, sample.SegmentCount) == _segment;
        if (isHere && _before is { } before)
        {
            _recorded += at.Recorded - before.Recorded;
            _true += at.True - before.True;
            _throughput += Math.Abs(at.Recorded - before.Recorded);
            _seconds += at.Seconds - before.Seconds;
        }
        (_before, _segment) = (sample.Flags.HasFlag(SampleFlags.Approach) ? null : at, (sample.StepCount, sample.SegmentCount));
    }

    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
    }

    /// <summary>Judges by what the calibration of the range in use states.</summary>
    internal void Judge(string where, Tally tally)
    {
        var stated = MeasurementUncertainty.Of(board.Channels[0]).Current(board.Channels[0].Ranges[1].Name);
        var sigma = Math.Sqrt(Math.Pow(stated.GainRelative * _throughput, 2) + Math.Pow(stated.OffsetAmperes * _seconds, 2));
        var off = Math.Abs(_recorded - _true) / sigma;
        tally.Largest("difference of the charge from the cell model's, standard uncertainties, at most", off);
        if (off > Sigmas)
        {
            tally.Failures.Add($"{where}: {_recorded:0.000000E+0} C are recorded and {_true:0.000000E+0} C went through the cell, {off:0.0} times the stated uncertainty");
        }
    }
}
