using System.Text;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>What is written, as bytes and as read back.</summary>
static class WrittenFiles
{
    public static byte[] Bytes(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>The CSV of a recording.</summary>
    public static string Csv(MeasuredFile file, WriteOptions? options = null) => Encoding.UTF8.GetString(Bytes(s => BdfCsvWriter.Write(MeasuredRows.Of(file), s, options)));

    /// <summary>Rows of a cycle with a rest, a charge and a discharge.</summary>
    public static MeasuredRows Rows()
    {
        MeasuredColumn[] columns = [new("t", "s", Meaning.Time), new("E", "V", Meaning.Voltage), new("I", "A", Meaning.Current), new("step", "1", Meaning.StepId), new("type", "", Meaning.StepType, IsText: true), new("x", "", Meaning.Other)];
        Batch batch = new(columns, 8) { Count = 6 };
        double[] seconds = [0, 1, 1, 2, 2, 3];
        double[] volts = [3.1, 3.1, 3.2, Math.PI, 3.2, 1.0 / 3];
        double[] amperes = [1e-7, -2e-7, 1e-3 / 3, 1e-3 / 3, -2e-3, -2e-3];
        string[] types = ["Rest", "Rest", "CC Chg", "CC Chg", "CC DChg, fast", "CC DChg, fast"];
        seconds.CopyTo(batch.Room(0));
        volts.CopyTo(batch.Room(1));
        amperes.CopyTo(batch.Room(2));
        new double[] { 1, 1, 2, 2, 3, 3 }.CopyTo(batch.Room(3));
        types.CopyTo(batch.RoomForTexts(4));
        return new(columns, [batch], new() { Started = new(2026, 11, 23, 9, 0, 0), MassKilograms = 3.393e-6, AreaSquareMetres = 1.131e-4, Technique = "gitt" }, "x.csv");
    }
}
