namespace CoinRig.Analysis;

/// <summary>Voltage and current over time, thinned to what a picture can show.</summary>
static class TimeCurves
{
    /// <summary>Stretches of time over the whole picture: about one a pixel.</summary>
    const int Stretches = 1600;

    /// <summary>The two curves; none of an empty recording.</summary>
    public static IEnumerable<Curve> Of(Recording recording) => recording.Count == 0 ? [] :
    [
        Thinned(CurveKind.Voltage, recording, recording.Volts),
        Thinned(CurveKind.Current, recording, recording.Amperes),
    ];

    static Curve Thinned(CurveKind kind, Recording recording, double[] values)
    {
        var first = recording.Seconds[0];
        var series = new MinMaxSeries(Math.Max((recording.Seconds[^1] - first) / Stretches, 1e-9));
        for (var i = 0; i < values.Length; i++)
        {
            series.Add(recording.Seconds[i] - first, values[i]);
        }
        return new(kind, "", [.. series.Points.Select(p => p.Seconds)], [.. series.Points.Select(p => p.Value)]);
    }
}
