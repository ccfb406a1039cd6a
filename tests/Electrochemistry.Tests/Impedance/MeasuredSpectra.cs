using System.Globalization;
using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Tests.Data;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>The shared recordings of spectra, read as their notes describe them.</summary>
static class MeasuredSpectra
{
    /// <summary>impedance.py's lithium-ion cell: 66 points from low to high, nine of them inductive.</summary>
    public static Spectrum LithiumIon => Read(SharedData.Lines("eis-impedance-files", "exampleData.csv"), ',', (0, 1, 2), 1);

    /// <summary>The same without its inductive points.</summary>
    public static Spectrum LithiumIonCapacitive => LithiumIon.Where((_, z) => z.Imaginary < 0);

    /// <summary>EC-Lab, 43 noisy points.</summary>
    public static Spectrum BioLogic => Read(SharedData.Lines("eis-impedance-files", "exampleDataBioLogic.mpt").Skip(61), '\t', (0, 1, 2), -1);

    /// <summary>pyDRTtools' ZARC with noise.</summary>
    public static Spectrum NoisyZarc => Read(SharedData.Lines("eis-zarc-synthetic", "1ZARC.csv").Skip(1), ',', (1, 2, 3), 1);

    /// <summary>Gamry, 72 points.</summary>
    public static Spectrum Gamry => Read(SharedData.Lines("eis-impedance-files", "exampleDataGamry.DTA").SkipWhile(l => !l.StartsWith("ZCURVE", StringComparison.Ordinal)).Skip(3), '\t', (3, 4, 5), 1);

    /// <summary>One of the two cycles of PyEIS' EC-Lab file.</summary>
    public static Spectrum Cycle(int number) => Read(SharedData.Lines("eis-eclab-ex1", "ex1.mpt").Skip(61)
        .Where(l => double.Parse(l.Split('\t')[10], CultureInfo.InvariantCulture) == number), '\t', (0, 1, 2), -1);

    /// <summary>Maccor's spectrum of 60 points.</summary>
    public static Spectrum Maccor => Read(SharedData.Lines("maccor-eis-and-paused", "maccor_test_file_4267-66-6519.EDA0001.041").Skip(12), '\t', (0, 3, 4), 1);

    static Spectrum Read(IEnumerable<string> lines, char separator, (int Hertz, int Re, int Im) columns, double sign)
    {
        var rows = lines.Where(l => l.Length > 0).Select(l => l.Split(separator)).TakeWhile(r => r.Length > columns.Im && double.TryParse(r[columns.Hertz], CultureInfo.InvariantCulture, out _)).ToList();
        double At(string[] row, int column) => double.Parse(row[column], CultureInfo.InvariantCulture);
        return new([.. rows.Select(r => At(r, columns.Hertz))], [.. rows.Select(r => new Complex(At(r, columns.Re), sign * At(r, columns.Im)))]);
    }
}
