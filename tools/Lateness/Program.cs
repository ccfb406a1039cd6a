using CoinRig.Lateness;

return args switch
{
    [Load.Word] => Load.Bear(),
    [Boards.Word] => Boards.Carry(60),
    [Boards.Word, var seconds] => Boards.Carry(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)),
    [Measurement.Word, var minutes, var policy] => Measurement.Carry(int.Parse(minutes), policy == Measurement.RealTime),
    _ => Comparison.Carry(Arguments.Parse(args)),
};
