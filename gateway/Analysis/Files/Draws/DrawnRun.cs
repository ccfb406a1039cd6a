using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Hands a run on as a drawn instrument would have recorded it.</summary>
sealed class DrawnRun(IRunReader reader, DrawnInstrument instrument) : IRunReader
{
    const double NanosecondsInSecond = 1e9;
    long _startNanoseconds;

    /// <inheritdoc/>
    public string Name => reader.Name;

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        var drawn = sample;
        drawn.Volts = instrument.Volts(sample.Volts);
        drawn.Amperes = (sample.Flags & SampleFlags.OpenCircuit) != 0 ? sample.Amperes : instrument.Amperes(sample.Amperes);
        reader.OnSample(drawn);
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        switch (marker)
        {
            case SegmentStarted started:
                instrument.Use(started.Range);
                _startNanoseconds = started.Nanoseconds;
                marker = started with { VoltsBefore = instrument.Volts(started.VoltsBefore), AmperesBefore = started.AmperesBefore == 0 ? 0 : instrument.Amperes(started.AmperesBefore) };
                break;
            case SegmentEnded ended:
                var seconds = (ended.Nanoseconds - _startNanoseconds) / NanosecondsInSecond;
                marker = ended with { LastVolts = instrument.Volts(ended.LastVolts), LastAmperes = instrument.Amperes(ended.LastAmperes), Integrals = Drawn(ended.Integrals, seconds) };
                break;
        }
        reader.OnMarker(marker, post);
    }

    SegmentIntegrals Drawn(SegmentIntegrals read, double seconds) => read with
    {
        ChargeCoulombs = instrument.Coulombs(read.ChargeCoulombs, seconds, 1),
        DischargeCoulombs = instrument.Coulombs(read.DischargeCoulombs, seconds, -1),
        ChargeJoules = instrument.Joules(read.ChargeJoules, read.ChargeCoulombs, seconds, 1),
        DischargeJoules = instrument.Joules(read.DischargeJoules, read.DischargeCoulombs, seconds, -1),
    };
}
