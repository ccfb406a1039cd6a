using System.Diagnostics;

namespace CoinRig.Lateness;

/// <summary>Busy processes beside a measurement. Each ends when its standard input does, also where its parent was killed.</summary>
sealed class Load : IDisposable
{
    internal const string Word = "busy";

    readonly List<Process> _processes = [];

    internal Load(int processes)
    {
        for (var i = 0; i < processes; i++)
        {
            _processes.Add(Self.Start(Word));
        }
    }

    /// <summary>The busy process.</summary>
    internal static int Bear()
    {
        var ends = false;
        var work = new Thread(() =>
        {
            for (var x = 1ul; !Volatile.Read(ref ends); x = x * 6364136223846793005 + 1442695040888963407)
            {
            }
        });
        work.Start();
        Console.In.ReadToEnd();
        Volatile.Write(ref ends, true);
        return 0;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
