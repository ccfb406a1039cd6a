using Parquet;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>Parquet of the Battery Data Format, there and back.</summary>
[TestClass]
public sealed class ParquetTests
{
    [TestMethod]
    [DataRow("maccor-cycling/maccor_three.txt")]
    [DataRow("neware-cycling/neware_uio.csv")]
    [DataRow("bdf-rate-test-time-bug/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv")]
    public async Task Recording_ReadBack_HasTheSameBits(string name)
    {
        var (file, series) = SharedData.Series(name);
        var (format, again) = Text.Read(await Written(MeasuredRows.Of(file)), static f => (f.Format, f.ReadSeries().Single()));
        Assert.AreEqual("BDF Parquet", format);
        CollectionAssert.AreEqual(series.Seconds, again.Seconds);
        CollectionAssert.AreEqual(series.Volts, again.Volts);
        CollectionAssert.AreEqual(series.Amperes, again.Amperes);
        CollectionAssert.AreEqual(series.Cycle, again.Cycle);
        CollectionAssert.AreEqual(series.StepType, again.StepType);
    }

    [TestMethod]
    public async Task Schema_MachineNames_HasTheFormatsTypes()
    {
        using MemoryStream stream = new(await Written(WrittenFiles.Rows(), new() { Complete = true }));
        var schema = await ParquetReader.ReadSchemaAsync(stream);
        var types = schema.GetDataFields().ToDictionary(static f => f.Name, static f => f.ClrType);
        CollectionAssert.IsSubsetOf(new[] { "test_time_second", "voltage_volt", "current_ampere", "unix_time_second", "cycle_count", "step_count", "step_id", "step_type", "charging_capacity_ah" }, types.Keys);
        Assert.AreEqual(typeof(double), types["voltage_volt"]);
        Assert.AreEqual(typeof(long), types["cycle_count"]);
        Assert.AreEqual(typeof(long), types["step_id"]);
        Assert.AreEqual(typeof(ReadOnlyMemory<char>), types["step_type"]);
    }

    [TestMethod]
    public async Task Rows_OfManyGroups_ComeInOrder()
    {
        MeasuredColumn[] columns = [new("t", "s", Meaning.Time), new("E", "V", Meaning.Voltage), new("I", "A", Meaning.Current)];
        Batch batch = new(columns, 1000) { Count = 1000 };
        IEnumerable<Batch> Batches()
        {
            for (var b = 0; b < 200; b++)
            {
                for (var i = 0; i < 1000; i++)
                {
                    batch.Room(0)[i] = 1000 * b + i;
                    batch.Room(1)[i] = 3 + 1e-6 * i;
                    batch.Room(2)[i] = i == 7 ? double.NaN : 1e-3;
                }
                yield return batch;
            }
        }
        var series = Text.Read(await Written(new(columns, Batches(), new(), "x")), static f => f.ReadSeries().Single());
        Assert.AreEqual(199_800, series.Length, "a row without current is left out of a series");
        Assert.AreEqual(199_999, series.Seconds[^1]);
    }

    [TestMethod]
    public async Task Damage_Anywhere_IsRefusedAndDoesNotCrash()
    {
        var whole = await Written(WrittenFiles.Rows());
        Random random = new(1);
        for (var i = 0; i < 200; i++)
        {
            var bytes = whole.ToArray();
            bytes = i % 2 == 0 ? bytes[..random.Next(4, bytes.Length)] : bytes;
            bytes[random.Next(4, bytes.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Text.Read(bytes, static f => f.ReadSeries());
            }
            catch (InstrumentFileException refusal)
            {
                Assert.IsGreaterThan(20, refusal.Message.Length);
            }
        }
    }

    static async Task<byte[]> Written(MeasuredRows rows, WriteOptions? options = null)
    {
        using MemoryStream stream = new();
        await BdfParquetWriter.WriteAsync(rows, stream, options);
        return stream.ToArray();
    }
}
