using CsCheck;
using UnitsNet;

namespace Iot.Device.Dac8552.Tests;

[TestClass]
public sealed class Dac8552Tests
{
    readonly FakeChip _chip = new();
    readonly Dac8552 _dac;

    public Dac8552Tests() => _dac = new Dac8552(_chip, ElectricPotential.FromVolts(5));

    [TestMethod]
    [DataRow(DacChannel.A, 0.0, "10 00 00")]
    [DataRow(DacChannel.A, 2.5, "10 80 00")]
    [DataRow(DacChannel.B, 1.0, "24 33 33")]
    [DataRow(DacChannel.B, 4.99992, "24 FF FF")]
    public void SetVoltage_At5VoltReference_IsTheGoldenFrame(DacChannel channel, double volts, string frame)
    {
        _dac.SetVoltage(channel, ElectricPotential.FromVolts(volts));
        Assert.AreEqual(frame, _chip.Frames.Single());
    }

    [TestMethod]
    public void WriteBoth_ChangesBothOutputsAtTheSecondFrame()
    {
        _dac.WriteBoth(0x1234, 0xABCD);
        CollectionAssert.AreEqual(new[] { "00 12 34", "34 AB CD" }, _chip.Frames);
        CollectionAssert.AreEqual(new[] { "0000 0000", "1234 ABCD" }, _chip.Outputs);
    }

    [TestMethod]
    public void PowerDownBoth_ToOneKiloohm_IsTheGoldenFrames()
    {
        _dac.PowerDownBoth(PowerDownMode.OneKiloohm);
        CollectionAssert.AreEqual(new[] { "01 00 00", "35 00 00" }, _chip.Frames);
        Assert.AreEqual(1, _chip.Output(0).Power);
        Assert.AreEqual(1, _chip.Output(1).Power);
    }

    [TestMethod]
    [DataRow(DacChannel.A, PowerDownMode.OneKiloohm, "11 00 00")]
    [DataRow(DacChannel.A, PowerDownMode.HundredKiloohms, "12 00 00")]
    [DataRow(DacChannel.A, PowerDownMode.HighImpedance, "13 00 00")]
    [DataRow(DacChannel.B, PowerDownMode.OneKiloohm, "25 00 00")]
    [DataRow(DacChannel.B, PowerDownMode.HundredKiloohms, "26 00 00")]
    [DataRow(DacChannel.B, PowerDownMode.HighImpedance, "27 00 00")]
    public void PowerDown_OneChannel_IsItsFrame(DacChannel channel, PowerDownMode mode, string frame)
    {
        _dac.PowerDown(channel, mode);
        Assert.AreEqual(frame, _chip.Frames.Single());
        Assert.IsNull(_dac.LastCode(channel));
        Assert.AreEqual(mode, _dac.Output(channel)!.Value.Mode);
        _dac.Write(channel, 0x8000);
        Assert.AreEqual((0, 0x8000), _chip.Output((int)channel), "a write switches it on again");
    }

    [TestMethod]
    public void PowerDown_Normal_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _dac.PowerDown(DacChannel.A, PowerDownMode.Normal));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _dac.PowerDownBoth((PowerDownMode)4));
        Assert.IsEmpty(_chip.Frames);
    }

    [TestMethod]
    public void Write_OneChannel_LeavesTheOtherAlone()
    {
        _dac.WriteBuffer(DacChannel.B, 0x2222);
        _dac.Write(DacChannel.A, 0x1111);
        CollectionAssert.AreEqual(new[] { "04 22 22", "10 11 11" }, _chip.Frames);
        Assert.AreEqual("1111 0000", _chip.Outputs[^1]);
        _dac.Load(DacChannel.B);
        Assert.AreEqual("24 22 22", _chip.Frames[^1]);
        Assert.AreEqual("1111 2222", _chip.Outputs[^1]);
    }

    [TestMethod]
    public void LoadBoth_AfterBufferWrites_ChangesBothInOneFrame()
    {
        _dac.WriteBuffer(DacChannel.A, 0x0101);
        _dac.WriteBuffer(DacChannel.B, 0x0202);
        _dac.LoadBoth();
        CollectionAssert.AreEqual(new[] { "00 01 01", "04 02 02", "34 02 02" }, _chip.Frames);
        Assert.AreEqual("0101 0202", _chip.Outputs[^1]);
    }

    [TestMethod]
    public void Load_BufferNeverWritten_IsRefused()
    {
        StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(() => _dac.Load(DacChannel.B)).Message, "WriteBuffer");
        _dac.WriteBuffer(DacChannel.B, 1);
        Assert.ThrowsExactly<InvalidOperationException>(_dac.LoadBoth);
    }

    [TestMethod]
    public void LastCode_IsWhatWasWritten_AndNullBefore()
    {
        Assert.IsNull(_dac.LastCode(DacChannel.A));
        _dac.WriteBuffer(DacChannel.A, 5);
        Assert.IsNull(_dac.LastCode(DacChannel.A), "not loaded yet");
        _dac.Write(DacChannel.A, 7);
        Assert.AreEqual((ushort)7, _dac.LastCode(DacChannel.A));
        Assert.IsNull(_dac.LastCode(DacChannel.B));
    }

    [TestMethod]
    public void LastCode_TransferFailed_IsNotKnown()
    {
        _dac.WriteBoth(1, 2);
        _chip.Throws = new IOException("bus");
        Assert.ThrowsExactly<IOException>(() => _dac.Write(DacChannel.A, 3));
        Assert.IsNull(_dac.LastCode(DacChannel.A));
        Assert.AreEqual((ushort)2, _dac.LastCode(DacChannel.B));
    }

    [TestMethod]
    [DataRow(-0.0001)]
    [DataRow(4.99997)]
    [DataRow(5.0)]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    public void SetVoltage_OutOfRange_IsRefusedAndNothingIsSent(double volts)
    {
        var exception = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _dac.SetVoltage(DacChannel.A, ElectricPotential.FromVolts(volts)));
        StringAssert.Contains(exception.Message, "0 V to 4.99992 V");
        Assert.IsEmpty(_chip.Frames);
    }

    [TestMethod]
    public void CodeFor_AnyCodesVoltage_IsThatCode_AndTheNearestOne() =>
        Gen.Select(Gen.Int[0, 65_535], Gen.Double[-0.499, 0.499], Gen.Double[0.5, 5.5]).Sample((code, part, reference) =>
        {
            var dac = new Dac8552(_chip, ElectricPotential.FromVolts(reference));
            var near = ElectricPotential.FromVolts(reference * Math.Clamp(code + part, 0, 65_535) / 65_536);
            return dac.CodeFor(dac.VoltageFor((ushort)code)) == code && dac.CodeFor(near) == code;
        }, iter: 20_000, seed: "0000KOIPJy82", threads: 1);

    [TestMethod]
    public void Operations_InAnyOrder_BookkeepingAgreesWithTheChip() =>
        Gen.Select(Gen.Int[0, 6], Gen.Enum<DacChannel>(), Gen.UShort).Array[1, 30].Sample(operations =>
        {
            var chip = new FakeChip();
            using var dac = new Dac8552(chip, ElectricPotential.FromVolts(5));
            dac.WriteBoth(0, 0);
            foreach (var (operation, channel, code) in operations)
            {
                switch (operation)
                {
                    case 0: dac.Write(channel, code); break;
                    case 1: dac.WriteBoth(code, (ushort)~code); break;
                    case 2: dac.WriteBuffer(channel, code); break;
                    case 3: dac.Load(channel); break;
                    case 4: dac.LoadBoth(); break;
                    case 5: dac.PowerDown(channel, (PowerDownMode)(1 + code % 3)); break;
                    default: dac.PowerDownBoth((PowerDownMode)(1 + code % 3)); break;
                }
            }
            return new[] { DacChannel.A, DacChannel.B }.All(c => ((int)dac.Output(c)!.Value.Mode, (int)dac.Output(c)!.Value.Code) == chip.Output((int)c));
        }, iter: 2_000, seed: "0000KOIPJy82", threads: 1);

    [TestMethod]
    public void Write_SteadyState_AllocatesNothing()
    {
        _chip.IsRecording = false;
        long Spend()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
            {
                _dac.Write(DacChannel.A, (ushort)i);
                _dac.WriteBoth((ushort)i, (ushort)i);
                _dac.SetVoltage(DacChannel.B, ElectricPotential.FromVolts(1));
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Spend();
        Assert.AreEqual(0, Spend());
    }

    [TestMethod]
    public void Constructor_IllegalReferenceOrClock_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Dac8552(_chip, ElectricPotential.FromVolts(0)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Dac8552(_chip, ElectricPotential.FromVolts(6)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Dac8552(new FakeChip { ClockFrequency = 40_000_000 }, ElectricPotential.FromVolts(5)));
    }

    [TestMethod]
    public void Dispose_DisposesAnOwnedTransportOnce()
    {
        _dac.Dispose();
        _dac.Dispose();
        Assert.AreEqual(1, _chip.Disposals);
        Assert.ThrowsExactly<ObjectDisposedException>(() => _dac.Write(DacChannel.A, 0));
        new Dac8552(_chip, ElectricPotential.FromVolts(5), shouldDispose: false).Dispose();
        Assert.AreEqual(1, _chip.Disposals);
    }
}
