using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>The stream that this thread's work on a device goes to (torch.cuda.current_stream).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static Stream current_stream(Device? device = null) => StreamOf(DeviceCode.StreamKind.Current, device, "torch.cuda.current_stream");

        /// <summary>A device's default stream (torch.cuda.default_stream).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static Stream default_stream(Device? device = null) => StreamOf(DeviceCode.StreamKind.OfDevice, device, "torch.cuda.default_stream");

        /// <summary>Sends this thread's work to a stream, and makes its device the current one (torch.cuda.set_stream).</summary>
        /// <param name="stream">The stream; null changes nothing.</param>
        public static void set_stream(Stream? stream)
        {
            if (stream is not null)
            {
                Enter(stream);
            }
        }

        /// <summary>
        /// Sends this thread's work to a stream until the result is disposed, on the same thread (Python's with torch.cuda.stream).
        /// </summary>
        /// <param name="stream">The stream; null changes nothing.</param>
        public static IDisposable stream(Stream? stream) => stream is null ? new Restored(() => { }) : new Restored(Enter(stream));

        // Returns what brings both, the device's stream and the current device, back.
        private static Action Enter(Stream stream)
        {
            const string What = "torch.cuda.stream";
            DeviceCode code = Require(What);
            int device = stream.device.index;
            int previousDevice = code.Exchange(device, What);
            long previousStream = code.ExchangeStream(device, stream.stream_id, What);
            return () =>
            {
                code.ExchangeStream(device, previousStream, What);
                code.Exchange(previousDevice, What);
            };
        }

        private static Stream StreamOf(DeviceCode.StreamKind kind, Device? device, string what)
        {
            DeviceCode code = Require(what);
            int index = IndexOf(device, what);
            return new Stream(code, index, code.Stream(kind, index, what));
        }
    }
}
