using System.Runtime.InteropServices;

namespace Torchlight.Audio.Interop;

/// <summary>Imports of libsndfile. Names and meaning are its own.</summary>
internal static unsafe partial class SoundFileMethods
{
    private const string Library = AudioLibraries.SoundFile;

    internal const int ModeRead = 0x10;
    internal const int ModeWrite = 0x20;
    internal const int SeekSet = 0;

    internal const int ErrorUnrecognised = 1;
    internal const int ErrorUnsupported = 4;

    internal const int SetCompressionLevel = 0x1301;
    internal const int SetBitrateMode = 0x1305;

    [LibraryImport(Library)]
    internal static partial nint sf_open_virtual(SoundFileCallbacks* callbacks, int mode, SoundFileInfo* info, nint user);

    [LibraryImport(Library)]
    internal static partial int sf_close(nint file);

    [LibraryImport(Library)]
    internal static partial int sf_error(nint file);

    [LibraryImport(Library)]
    internal static partial byte* sf_strerror(nint file);

    [LibraryImport(Library)]
    internal static partial int sf_command(nint file, int command, void* data, int size);

    [LibraryImport(Library)]
    internal static partial long sf_seek(nint file, long frames, int whence);

    [LibraryImport(Library)]
    internal static partial long sf_readf_float(nint file, float* target, long frames);

    [LibraryImport(Library)]
    internal static partial long sf_readf_double(nint file, double* target, long frames);

    [LibraryImport(Library)]
    internal static partial long sf_readf_short(nint file, short* target, long frames);

    [LibraryImport(Library)]
    internal static partial long sf_readf_int(nint file, int* target, long frames);

    [LibraryImport(Library)]
    internal static partial long sf_read_raw(nint file, byte* target, long bytes);

    [LibraryImport(Library)]
    internal static partial long sf_writef_float(nint file, float* source, long frames);

    [LibraryImport(Library)]
    internal static partial long sf_writef_double(nint file, double* source, long frames);

    [LibraryImport(Library)]
    internal static partial long sf_writef_int(nint file, int* source, long frames);

    [LibraryImport(Library)]
    internal static partial long sf_write_raw(nint file, byte* source, long bytes);
}
