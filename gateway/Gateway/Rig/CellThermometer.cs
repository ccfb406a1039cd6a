using CoinRig.Temperature;

namespace CoinRig.Gateway;

/// <summary>Reads the cell's DS18B20 on a thread of its own, because one reading takes most of a second; the scan takes the last one.</summary>
sealed class CellThermometer : IThermometer, IDisposable
{
    /// <summary>Time between readings; a cell's temperature changes slowly.</summary>
    static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    readonly IThermometer? _sensor = Ds18b20.FindAll() is [var first, ..] ? first : null;
    readonly CancellationTokenSource _stop = new();
    readonly Thread _thread;
    double _celsius;

    internal CellThermometer()
    {
        Read();
        _thread = new Thread(Loop) { IsBackground = true, Name = "thermometer" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public bool TryRead(out UnitsNet.Temperature temperature)
    {
        var celsius = Volatile.Read(ref _celsius);
        temperature = UnitsNet.Temperature.FromDegreesCelsius(celsius);
        return !double.IsNaN(celsius);
    }

    void Loop()
    {
        while (!_stop.Token.WaitHandle.WaitOne(Period))
        {
            Read();
        }
    }

    void Read() => Volatile.Write(ref _celsius, _sensor is not null && _sensor.TryRead(out var temperature) ? temperature.DegreesCelsius : double.NaN);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _stop.Dispose();
    }
}
