using System.Runtime.ExceptionServices;

namespace TorchSharp;

/// <summary>
/// Reads that are noted first and carried out together: in pieces by several threads where the source lets them, since one thread alone is held up
/// by the new memory's first touch more than by the file.
/// </summary>
/// <remarks>The memory that is read into has to stay until <see cref="Run"/> returns.</remarks>
internal sealed class ReadBatch(ByteSource source, ProgressCount? progress = null)
{
    private const long PieceLength = 8 << 20;

    // What one thread has read before others have started.
    private const long Little = 4 << 20;

    private const int MostThreads = 8;

    private readonly List<Piece> _pieces = [];
    private readonly List<Action> _afterwards = [];

    private sealed class Piece(Func<uint> read, long length)
    {
        public Func<uint> Read => read;

        public long Length => length;

        public uint Checksum { get; set; }
    }

    /// <summary>Notes bytes to read from their place in the source.</summary>
    /// <param name="offset">Where they are.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="verify">Is given their checksum (<see cref="Crc32"/>) when they are read; null where nothing asks for one.</param>
    public void Add(long offset, MemoryBlock target, Action<uint>? verify = null)
    {
        var first = _pieces.Count;
        for (var start = 0L; start < target.Length; start += PieceLength)
        {
            var (at, part) = (offset + start, target.Slice(start, Math.Min(PieceLength, target.Length - start)));
            _pieces.Add(new Piece(() => Read(at, part, verify is not null), part.Length));
        }
        if (verify is not null)
        {
            var pieces = _pieces[first..];
            _afterwards.Add(() => verify(pieces.Aggregate(0u, (crc, piece) => Crc32.Combine(crc, piece.Checksum, piece.Length))));
        }
    }

    /// <summary>Notes a read that cannot be divided.</summary>
    public void Add(Action read, long length) => _pieces.Add(new Piece(
        () =>
        {
            read();
            return 0;
        },
        length));

    /// <summary>Notes what is to be done on this thread once all is read.</summary>
    public void Then(Action action) => _afterwards.Add(action);

    /// <summary>Carries out what was noted since the last time. Of several errors the first in order is thrown.</summary>
    public void Run()
    {
        var (pieces, afterwards) = (_pieces.ToArray(), _afterwards.ToArray());
        _pieces.Clear();
        _afterwards.Clear();
        if (!source.IsShared || pieces.Sum(piece => piece.Length) <= Little || Environment.ProcessorCount == 1)
        {
            Array.ForEach(pieces, piece => piece.Checksum = piece.Read());
        }
        else
        {
            RunTogether(pieces);
        }
        Array.ForEach(afterwards, action => action());
    }

    private static void RunTogether(Piece[] pieces)
    {
        var errors = new ExceptionDispatchInfo?[pieces.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostThreads) };
        Parallel.For(0, pieces.Length, options, (index, state) =>
        {
            try
            {
                pieces[index].Checksum = pieces[index].Read();
            }
            catch (Exception error)
            {
                // Thrown below: Parallel would wrap it.
                errors[index] = ExceptionDispatchInfo.Capture(error);
                state.Stop();
            }
        });
        Array.Find(errors, error => error is not null)?.Throw();
    }

    // In spans that stay in the cache between the read and the checksum.
    private uint Read(long offset, MemoryBlock target, bool checksum)
    {
        var crc = 0u;
        for (var index = 0; index < target.SpanCount; index++)
        {
            var span = target.SpanAt(index);
            source.Read(offset, span);
            crc = checksum ? Crc32.Append(crc, span) : crc;
            offset += span.Length;
            progress?.Add(span.Length);
        }
        return crc;
    }
}
