namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class backend
    {
        /// <summary>Which backend is used.</summary>
        public static partial class utils
        {
            private static volatile AudioBackend current = new DefaultBackend();

            /// <summary>Sets the backend that reads and writes sound files from now on, in the whole process.</summary>
            /// <param name="backend">One of the library's, or one's own.</param>
            public static void set_audio_backend(AudioBackend backend)
            {
                ArgumentNullException.ThrowIfNull(backend);
                current = backend;
            }

            /// <summary>The backend that reads and writes sound files.</summary>
            public static AudioBackend get_audio_backend() => current;
        }
    }
}
