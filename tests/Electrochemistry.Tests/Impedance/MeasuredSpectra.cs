using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.InstrumentFiles;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>The shared recordings of spectra.</summary>
static class MeasuredSpectra
{
    /// <summary>impedance.py's lithium-ion cell: 66 points from low to high, nine of them inductive.</summary>
    public static Spectrum LithiumIon => Read("eis-impedance-files", "exampleData.csv")[0];

    /// <summary>The same without its inductive points.</summary>
    public static Spectrum LithiumIonCapacitive => LithiumIon.Where((_, z) => z.Imaginary < 0);

    /// <summary>EC-Lab, 43 noisy points.</summary>
    public static Spectrum BioLogic => Read("eis-impedance-files", "exampleDataBioLogic.mpt")[0];

    /// <summary>pyDRTtools' ZARC with noise.</summary>
    public static Spectrum NoisyZarc => Read("eis-zarc-synthetic", "1ZARC.csv")[0];

    /// <summary>Gamry, 72 points.</summary>
    public static Spectrum Gamry => Read("eis-impedance-files", "exampleDataGamry.DTA")[0];

    /// <summary>One of the two cycles of PyEIS' EC-Lab file.</summary>
    public static Spectrum Cycle(int number) => Read("eis-eclab-ex1", "ex1.mpt")[number - 1];

    /// <summary>Maccor's spectrum of 60 points.</summary>
    public static Spectrum Maccor => Read("maccor-eis-and-paused", "maccor_test_file_4267-66-6519.EDA0001.041")[0];

    static List<Spectrum> Read(string folder, string file) => [.. MeasuredFile.Open(SharedData.PathOf(folder, file)).ReadSpectra().Select(s => s.Spectrum)];
}
