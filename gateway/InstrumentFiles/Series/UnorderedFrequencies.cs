using CoinRig.Electrochemistry.Impedance;

namespace CoinRig.InstrumentFiles;

/// <summary>
/// A spectrum whose rows have no order (a sheet sorted by another column) looks like many short ones. Sweeps that follow each other turn
/// back once for each; rows without order turn at two of three places.
/// </summary>
static class UnorderedFrequencies
{
    /// <summary>More turns than this for a row are no sweep.</summary>
    const double MostTurnsARow = 0.4;

    /// <summary>Fewer rows tell nothing of an order.</summary>
    const int Fewest = 6;

    /// <summary>The spectra, those without order as one each, from the highest frequency to the lowest.</summary>
    /// <param name="spectra">As they were cut.</param>
    /// <param name="warn">Told where one was put in order.</param>
    public static IReadOnlyList<MeasuredSpectrum> Joined(IReadOnlyList<MeasuredSpectrum> spectra, Action<string, string> warn)
    {
        List<MeasuredSpectrum> joined = [];
        foreach (var group in spectra.GroupBy(static s => (s.Cycle, s.Step, s.Part)))
        {
            double[] hertz = [.. group.SelectMany(static s => s.Spectrum.Hertz)];
            if (hertz.Length < Fewest || Turns(hertz) <= MostTurnsARow * hertz.Length)
            {
                joined.AddRange(group);
                continue;
            }
            var first = group.First();
            var points = hertz.Zip(group.SelectMany(static s => s.Spectrum.Ohms)).OrderByDescending(static p => p.First).ToList();
            warn("unordered-frequencies", $"Line {first.FirstLine}: the frequencies are in no order; they are sorted and taken as one spectrum.");
            joined.Add(first with
            {
                Spectrum = new Spectrum([.. points.Select(static p => p.First)], [.. points.Select(static p => p.Second)]),
                Volts = group.Sum(static s => s.Volts * s.Spectrum.Count) / hertz.Length,
            });
        }
        return joined;
    }

    static int Turns(double[] hertz)
    {
        var turns = 0;
        for (var i = 2; i < hertz.Length; i++)
        {
            turns += Math.Sign(hertz[i] - hertz[i - 1]) * Math.Sign(hertz[i - 1] - hertz[i - 2]) < 0 ? 1 : 0;
        }
        return turns;
    }
}
