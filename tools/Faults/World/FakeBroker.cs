using CoinRig.Runs;
using CoinRig.Telemetry;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Faults;

/// <summary>A broker behind the publisher's window, without a network: it reads the run's file as the real one's publisher does, in the same order and with the same cursor.</summary>
sealed class FakeBroker : IDisposable
{
    /// <summary>The name of its cursor.</summary>
    internal const string Sink = "mqtt broker:1883";

    const int StepsBetweenLies = 7, SlowSteps = 40;

    readonly RunFileSource _source;
    readonly Outbox _outbox;
    readonly Queue<(Message Message, int Step)> _underWay = new();
    int _step;
    bool _isOver;

    internal FakeBroker(string path, Recorder recorder)
    {
        _source = new RunFileSource(path);
        _outbox = new Outbox(_source, new RunFileCursor(path, recorder), new Topics("lab", "rig"), new PublisherOptions
        {
            Broker = new BrokerAddress("broker", BrokerAddress.DefaultPort),
            ClientId = "faults",
            Sink = Sink,
            Window = 4,
            SamplesPerMessage = 20,
        });
    }

    /// <summary>Up to which sample it has acknowledged everything.</summary>
    internal long Acknowledged => _outbox.DeliveredSequence;

    /// <summary>Messages go and answers come.</summary>
    internal void Step(BrokerMood mood)
    {
        _step++;
        if (mood == BrokerMood.Dead || _isOver)
        {
            return;
        }
        try
        {
            Exchange(mood);
        }
        catch (RunFileException)
        {
            // The publisher gives the run up; what it has got is in its cursor.
            _isOver = true;
        }
    }

    void Exchange(BrokerMood mood)
    {
        _outbox.LookAgain();
        while (_outbox.Next() is { } message)
        {
            _underWay.Enqueue((message, _step));
        }
        if (mood == BrokerMood.Lying && _step % StepsBetweenLies == 0)
        {
            _underWay.Clear();
            _outbox.Break();
        }
        while (_underWay.TryPeek(out var next) && (mood != BrokerMood.Slow || _step - next.Step >= SlowSteps))
        {
            _underWay.Dequeue();
            next.Message.Delivery = Delivery.Acknowledged;
            _outbox.Settle(next.Message);
            if (mood == BrokerMood.Lying)
            {
                // The same answer once more.
                _outbox.Settle(next.Message);
            }
        }
        _outbox.Save();
    }

    public void Dispose() => _source.Dispose();
}
