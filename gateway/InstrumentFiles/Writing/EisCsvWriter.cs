using CoinRig.Electrochemistry.Impedance;

namespace CoinRig.InstrumentFiles;

/// <summary>Writes a spectrum as impedance.py, DRTtools and pyDRTtools read it: <c>f,Re Z,Im Z</c> without names, frequency falling, capacitive negative.</summary>
public static class EisCsvWriter
{
    /// <summary>Writes a spectrum.</summary>
    /// <param name="spectrum">The spectrum; points at f = 0 are left out.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Spectrum spectrum, TextWriter output)
    {
        CsvLine line = new(output);
        foreach (var i in Enumerable.Range(0, spectrum.Count).Where(i => spectrum.Hertz[i] > 0).OrderByDescending(i => spectrum.Hertz[i]))
        {
            line.Number(spectrum.Hertz[i]);
            line.Number(spectrum.Ohms[i].Real);
            line.Number(spectrum.Ohms[i].Imaginary);
            line.End();
        }
    }
}
