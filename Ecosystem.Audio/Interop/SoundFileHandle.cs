using System.Runtime.InteropServices;
using TorchSharp;

namespace Torchlight.Audio.Interop;

/// <summary>A <c>SNDFILE</c> over a stream: opened, used and closed by one owner. The one place that calls <see cref="SoundFileMethods"/>.</summary>
internal sealed unsafe class SoundFileHandle : IDisposable
{
    // libsndfile keeps the reason why it could not open a file in one place for the process.
    private static readonly Lock Failures = new();

    private readonly VirtualFile stream;
    private readonly nint file;
    private readonly SoundFileInfo info;
    private bool open = true;

    private SoundFileHandle(VirtualFile stream, nint file, SoundFileInfo info)
    {
        this.stream = stream;
        this.file = file;
        this.info = info;
    }

    internal ref readonly SoundFileInfo Info => ref info;

    /// <summary>Opens a sound to be read.</summary>
    /// <param name="stream">Seekable, at the file's beginning; stays the caller's.</param>
    /// <exception cref="AudioFormatException">libsndfile does not read it.</exception>
    internal static SoundFileHandle OpenRead(Stream stream)
    {
        long start = stream.Position;
        return Open(stream, SoundFileMethods.ModeRead, default) ?? throw WhyNotRead(stream, start);
    }

    /// <summary>Opens a sound to be written.</summary>
    /// <param name="stream">Seekable; stays the caller's.</param>
    /// <param name="format">Rate, channels and format.</param>
    /// <param name="reason">Why it was not opened, in libsndfile's words.</param>
    /// <returns>Null if the format cannot hold such a sound.</returns>
    internal static SoundFileHandle? OpenWrite(Stream stream, SoundFileInfo format, out string reason)
    {
        SoundFileHandle? file = Open(stream, SoundFileMethods.ModeWrite, format);
        reason = file is null ? Message(0) : "";
        return file;
    }

    internal bool Seek(long frame)
    {
        bool done = SoundFileMethods.sf_seek(file, frame, SoundFileMethods.SeekSet) == frame;
        stream.ThrowFailure();
        return done;
    }

    internal long Read(float* target, long frames) => Checked(SoundFileMethods.sf_readf_float(file, target, frames));

    internal long Read(double* target, long frames) => Checked(SoundFileMethods.sf_readf_double(file, target, frames));

    internal long Read(short* target, long frames) => Checked(SoundFileMethods.sf_readf_short(file, target, frames));

    internal long Read(int* target, long frames) => Checked(SoundFileMethods.sf_readf_int(file, target, frames));

    /// <summary>Reads frames of one byte per sample as they are.</summary>
    internal long ReadBytes(byte* target, long frames) => Checked(SoundFileMethods.sf_read_raw(file, target, frames * info.Channels) / info.Channels);

    internal void Write(float* source, long frames) => Written(SoundFileMethods.sf_writef_float(file, source, frames), frames);

    internal void Write(double* source, long frames) => Written(SoundFileMethods.sf_writef_double(file, source, frames), frames);

    internal void Write(int* source, long frames) => Written(SoundFileMethods.sf_writef_int(file, source, frames), frames);

    /// <summary>Writes frames of one byte per sample as they are.</summary>
    internal void WriteBytes(byte* source, long frames) =>
        Written(SoundFileMethods.sf_write_raw(file, source, frames * info.Channels) / info.Channels, frames);

    /// <summary>Sets how hard to compress, 0 (least) to 1.</summary>
    internal bool SetCompression(double level) =>
        SoundFileMethods.sf_command(file, SoundFileMethods.SetCompressionLevel, &level, sizeof(double)) != 0;

    /// <summary>Sets how the bit rate is kept: 0 constant, 1 on average, 2 as the sound needs it.</summary>
    internal bool SetBitrateMode(int mode) => SoundFileMethods.sf_command(file, SoundFileMethods.SetBitrateMode, &mode, sizeof(int)) != 0;

    /// <summary>Finishes a file that was written: the header is brought up to date.</summary>
    /// <exception cref="IOException">It could not be.</exception>
    internal void Finish()
    {
        int status = CloseFile();
        stream.ThrowFailure();
        if (status != 0)
        {
            throw new IOException($"The sound could not be finished: {Message(0)}");
        }
    }

    public void Dispose()
    {
        CloseFile();
        stream.Dispose();
    }

    private static SoundFileHandle? Open(Stream stream, int mode, SoundFileInfo info)
    {
        var source = new VirtualFile(stream);
        try
        {
            SoundFileCallbacks callbacks = VirtualFile.Callbacks;
            nint file = SoundFileMethods.sf_open_virtual(&callbacks, mode, &info, source.User);
            if (file != 0)
            {
                return new SoundFileHandle(source, file, info);
            }

            source.ThrowFailure();
        }
        catch
        {
            source.Dispose();
            throw;
        }

        source.Dispose();
        return null;
    }

    private static Exception WhyNotRead(Stream stream, long start)
    {
        Span<byte> first = stackalloc byte[16];
        int error;
        string message;
        lock (Failures)
        {
            stream.Position = start;
            first = first[..stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
            stream.Position = start;
            using SoundFileHandle? again = Open(stream, SoundFileMethods.ModeRead, default);
            error = SoundFileMethods.sf_error(0);
            message = Message(0);
        }

        return error switch
        {
            SoundFileMethods.ErrorUnrecognised => new AudioFormatException(
                AudioProblem.UnknownFormat, $"not a sound file in a format that is read: {AudioFile.Beginning(first)}"),
            SoundFileMethods.ErrorUnsupported => new AudioFormatException(AudioProblem.Unsupported, $"libsndfile does not read it: {message}"),
            _ => new AudioFormatException(AudioProblem.Corrupt, $"libsndfile cannot open it ({AudioFile.Beginning(first)}): {message}"),
        };
    }

    private static string Message(nint file) =>
        Marshal.PtrToStringUTF8((nint)SoundFileMethods.sf_strerror(file))?.TrimEnd('.', ' ') ?? "no reason given";

    private long Checked(long frames)
    {
        stream.ThrowFailure();
        return Math.Max(0, frames);
    }

    private void Written(long frames, long wanted)
    {
        stream.ThrowFailure();
        if (frames != wanted)
        {
            throw new IOException($"libsndfile wrote {frames} of {wanted} frames: {Message(file)}");
        }
    }

    private int CloseFile()
    {
        if (!open)
        {
            return 0;
        }

        open = false;
        return SoundFileMethods.sf_close(file);
    }
}
