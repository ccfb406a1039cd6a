using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.FaultyDisk;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Faults;

/// <summary>One process after another: what each leaves, and what the next one finds.</summary>
sealed partial class World
{
    /// <summary>Lets everything happen.</summary>
    internal void Carry()
    {
        RunRequest? request = FreshRun();
        var starts = 0;
        while (request is not null && starts++ < MostStarts)
        {
            request = Carry(new Life(this, request), isFirst: starts == 1);
        }
        // A moment later, in which nothing may flow any more.
        _ = Channel.CellAmperes;
        Clock.Wait(100 * RigClockExtensions.Millisecond);
        _ = Channel.CellAmperes;
    }

    RunRequest? Carry(Life life, bool isFirst)
    {
        if (isFirst)
        {
            Arm();
        }
        Truth.Life = Lives.Count;
        Lives.Add(life);
        _isAlive = true;
        life.Carry();
        _isAlive = false;
        if (life.Refusal is not null)
        {
            Trace($"refused: {life.Refusal}");
        }
        if (life.HasSuspended)
        {
            return AfterStop(life);
        }
        if (!life.WasKilled)
        {
            if (life.Refusal is null || life.Began >= 0 || life.IsResumption && !double.IsNaN(life.VoltsAtResumption))
            {
                return null;
            }
            Clock.Wait((long)(SecondsBeforeNextStart * 1e9));
            return Next();
        }
        Truth.IsAnsweredFor = false;
        if (Disk.StoppedBy is DiskFaultKind.PowerCut)
        {
            // The coil hangs on the same plug as the computer.
            Twin.HasCoilSupply = false;
        }
        else if (!Disk.IsStopped)
        {
            Disk.Kill();
        }
        Truth.EndClosure();
        life.Bury();
        Disk.Restart();
        return AfterWhatIsLeft(life);
    }

    RunRequest? AfterStop(Life life)
    {
        (Truth.IsAnsweredFor, life.LeftItsRelayOpen) = (false, !Truth.IsRelayOn);
        Disk.Restart();
        return AfterWhatIsLeft(life);
    }

    /// <summary>Notes what a process left that will not come back, and starts another one later.</summary>
    RunRequest? AfterWhatIsLeft(Life life)
    {
        life.Remains = Content;
        if (life.Remains is { } content)
        {
            Remains.Add((life, content));
            Trace($"  {content.Rows.Count} samples are in the file");
        }
        Pass(Scenario.GapSeconds[Math.Min(_kills++, Scenario.GapSeconds.Count - 1)]);
        return Next();
    }

    /// <summary>Time goes on with nobody there.</summary>
    void Pass(double seconds)
    {
        if (Scenario.IsSupervised)
        {
            Clock.At(Clock.Nanoseconds + SupervisorNanoseconds, () => Twin.HasCoilSupply = _isAlive);
        }
        Clock.Wait((long)(seconds * 1e9));
    }

    RunRequest? Next()
    {
        if (RunFile is not { } file || Content is null)
        {
            return FreshRun();
        }
        var (request, refusal) = Resume(file);
        while (Disk.IsStopped)
        {
            // It stopped again before anything was connected.
            Twin.HasCoilSupply &= Disk.StoppedBy is not DiskFaultKind.PowerCut;
            Disk.Restart();
            (request, refusal) = Resume(file);
        }
        if (refusal is not null)
        {
            Trace($"not resumed: {refusal}");
        }
        return request;
    }

    static (RunRequest? Request, string? Refusal) Resume(string file)
    {
        try
        {
            return (Resumption.RequestOf(new ResumeOptions(file, null, null, null, null, null, 0, new(true, null, RigName.Default)), null), null);
        }
        catch (Exception e) when (e is RefusedException or RunFileException)
        {
            return (null, e.Message);
        }
    }

    RunRequest FreshRun() => new()
    {
        Plan = ProtocolFile.Read(Document.Parse(Scenario.Protocol, "faults.yaml"), Shelf.Cell),
        Profile = Scenario.Setting.Profile,
        Channel = 1,
        OnHardware = false,
        Seed = Scenario.Seed,
        Speed = double.PositiveInfinity,
        Directory = Disk.Root + "/runs",
        Telemetry = null,
    };
}
