namespace CoinRig.InstrumentFiles;

/// <summary>Gathers batches into series.</summary>
sealed class SeriesCollector
{
    readonly List<double> _seconds = [];
    readonly List<double> _volts = [];
    readonly List<double> _amperes = [];
    readonly List<long> _lines = [];
    readonly Dictionary<Meaning, List<double>> _more = [];
    readonly List<string> _types = [];
    double _along;

    /// <summary>Reads all rows of a file.</summary>
    public static IReadOnlyList<Series> Collect(MeasuredFile file, ReadOptions options, Action<string, string> warn)
    {
        var rate = options.ScanRateVoltsPerSecond ?? double.NaN;
        if (!file.HasSeries)
        {
            throw new InstrumentFileException(file.Path, 0, "It holds no series of voltage and current.", file.HasSpectra ? "It holds impedance spectra." : "");
        }
        if (!file.Columns.Any(static c => c.Meaning == Meaning.Time) && double.IsNaN(rate))
        {
            throw new InstrumentFileException(file.Path, 0, "There is no column of time.", "Name it (--columns time=...), or give the scan rate of a voltammogram (--scan-rate '50 mV/s').");
        }
        List<Series> series = [];
        SeriesCollector collector = new();
        var part = 0;
        long gaps = 0;
        foreach (var batch in file.Batches())
        {
            for (var row = 0; row < batch.Count; row++)
            {
                if (batch.Parts[row] != part)
                {
                    part = batch.Parts[row];
                    collector.Finish(series);
                    collector = new();
                }
                gaps += collector.Add(batch, row, rate, file.IsOpenCircuit) ? 0 : 1;
            }
        }
        collector.Finish(series);
        if (gaps > 0)
        {
            warn("rows-with-gaps", $"{gaps} rows without time, voltage or current are left out of the series.");
        }
        return series;
    }

    bool Add(Batch batch, int row, double rate, bool isOpenCircuit)
    {
        var volts = batch.Volts[row];
        var amperes = isOpenCircuit && batch.Amperes.IsEmpty ? 0 : batch.Amperes[row];
        var seconds = batch.Seconds.IsEmpty ? Along(volts, rate) : batch.Seconds[row];
        if (double.IsNaN(seconds) || double.IsNaN(volts) || double.IsNaN(amperes))
        {
            return false;
        }
        _seconds.Add(seconds);
        _volts.Add(volts);
        _amperes.Add(amperes);
        _lines.Add(batch.LineNumbers[row]);
        foreach (var meaning in new[] { Meaning.StepCount, Meaning.StepId, Meaning.Cycle, Meaning.Temperature, Meaning.AmbientTemperature, Meaning.NetCharge })
        {
            if (batch[meaning] is { IsEmpty: false } values && (meaning != Meaning.NetCharge || ScopeOf(batch, meaning) == ChargeScope.Test))
            {
                if (!_more.TryGetValue(meaning, out var list))
                {
                    _more[meaning] = list = [];
                }
                list.Add(values[row]);
            }
        }
        if (batch.Texts(Meaning.StepType) is { IsEmpty: false } types)
        {
            _types.Add(types[row]);
        }
        return true;
    }

    static ChargeScope ScopeOf(Batch batch, Meaning meaning) => batch.Columns.First(c => c.Meaning == meaning).Scope;

    /// <summary>Time along a sweep: the way of the voltage over the scan rate.</summary>
    double Along(double volts, double rate)
    {
        _along += _volts.Count > 0 ? Math.Abs(volts - _volts[^1]) / rate : 0;
        return _along;
    }

    void Finish(List<Series> series)
    {
        if (_seconds.Count == 0)
        {
            return;
        }
        double[]? Of(params ReadOnlySpan<Meaning> meanings)
        {
            foreach (var meaning in meanings)
            {
                if (_more.TryGetValue(meaning, out var list))
                {
                    return [.. list];
                }
            }
            return null;
        }
        series.Add(new()
        {
            Seconds = [.. _seconds], Volts = [.. _volts], Amperes = [.. _amperes], Lines = [.. _lines],
            Step = Of(Meaning.StepCount, Meaning.StepId), Cycle = Of(Meaning.Cycle), Coulombs = Of(Meaning.NetCharge),
            DegreesCelsius = Of(Meaning.Temperature, Meaning.AmbientTemperature), StepType = _types.Count > 0 ? [.. _types] : null,
        });
    }
}
