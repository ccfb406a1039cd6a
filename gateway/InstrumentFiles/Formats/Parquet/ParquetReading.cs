using System.Numerics;
using Parquet;
using Parquet.Schema;

namespace CoinRig.InstrumentFiles;

/// <summary>Reads one group of rows of a Parquet file at a time, and hands it out in batches.</summary>
sealed class ParquetReading : ITableReading
{
    readonly string _file;
    readonly IReadOnlyList<ParquetColumn> _columns;
    readonly TimeOrder _order;
    readonly FileStream _stream;
    readonly ParquetReader _reader;
    readonly double[][] _numbers;
    readonly string[][] _texts;
    int _group;
    int _row;
    int _rows;
    long _number;

    public ParquetReading(string file, IReadOnlyList<ParquetColumn> columns, Batch batch, Warnings warnings)
    {
        _file = file;
        _columns = columns;
        _order = new(batch, warnings);
        _numbers = new double[columns.Count][];
        _texts = new string[columns.Count][];
        _stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        _reader = Guarded(() => ParquetFormat.Wait(() => ParquetReader.CreateAsync(_stream)));
    }

    public bool Fill(Batch batch)
    {
        batch.Count = 0;
        _order.Begin();
        while (batch.Count < batch.Capacity || (_order.IsOpen && batch.Count == batch.Capacity))
        {
            if (_row == _rows && !NextGroup())
            {
                _order.End();
                break;
            }
            var at = batch.Count;
            for (var i = 0; i < _columns.Count; i++)
            {
                if (_columns[i].Column.IsText)
                {
                    batch.Words(i)[at] = _texts[i][_row];
                }
                else
                {
                    batch.Cells(i)[at] = _numbers[i][_row];
                }
            }
            batch.Lines[at] = ++_number;
            _row++;
            batch.Count++;
            _order.See();
        }
        _order.Settle();
        return batch.Count > 0;
    }

    public void Dispose()
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    bool NextGroup() => Guarded(() =>
    {
        while (_group < _reader.RowGroupCount)
        {
            using var group = _reader.OpenRowGroupReader(_group++);
            _rows = checked((int)group.RowCount);
            _row = 0;
            var fields = _reader.Schema.GetDataFields();
            for (var i = 0; i < _columns.Count; i++)
            {
                var field = fields[_columns[i].Field];
                if (_columns[i].Column.IsText)
                {
                    var texts = new string?[_rows];
                    group.ReadAsync(field, texts.AsMemory()).AsTask().GetAwaiter().GetResult();
                    _texts[i] = [.. texts.Select(static t => t ?? "")];
                }
                else
                {
                    _numbers[i] = Numbers(group, field, _columns[i]);
                }
            }
            if (_rows > 0)
            {
                return true;
            }
        }
        return false;
    });

    double[] Numbers(ParquetRowGroupReader group, DataField field, ParquetColumn column) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Double => Numbers<double>(group, field, column.Factor),
        TypeCode.Single => Numbers<float>(group, field, column.Factor),
        TypeCode.Int64 => Numbers<long>(group, field, column.Factor),
        TypeCode.Int32 => Numbers<int>(group, field, column.Factor),
        TypeCode.UInt64 => Numbers<ulong>(group, field, column.Factor),
        TypeCode.UInt32 => Numbers<uint>(group, field, column.Factor),
        TypeCode.Int16 => Numbers<short>(group, field, column.Factor),
        TypeCode.Byte => Numbers<byte>(group, field, column.Factor),
        TypeCode.DateTime => Dates(group, field),
        _ when column.Column.Meaning == Meaning.Other => [.. Enumerable.Repeat(double.NaN, _rows)],
        _ => throw new InstrumentFileException(_file, 0, $"The column holds values of the kind {field.ClrType.Name}.", "Numbers are expected.", field.Name),
    };

    double[] Numbers<T>(ParquetRowGroupReader group, DataField field, double factor)
        where T : struct, INumber<T>
    {
        var values = Values<T>(group, field);
        return [.. values.Select(v => v is { } value ? double.CreateChecked(value) * factor : double.NaN)];
    }

    double[] Dates(ParquetRowGroupReader group, DataField field) =>
        [.. Values<DateTime>(group, field).Select(static v => v is { } value ? (value - DateTime.UnixEpoch).TotalSeconds : double.NaN)];

    T?[] Values<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        if (field.IsNullable)
        {
            var values = new T?[_rows];
            group.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
            return values;
        }
        var whole = new T[_rows];
        group.ReadAsync<T>(field, whole.AsMemory()).AsTask().GetAwaiter().GetResult();
        return [.. whole.Select(static v => (T?)v)];
    }

    T Guarded<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (e is not (InstrumentFileException or OutOfMemoryException))
        {
            throw ParquetFormat.Damaged(_file, e);
        }
    }
}
