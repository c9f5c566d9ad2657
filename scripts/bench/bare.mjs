// Node's own server with nothing behind it: gives the bytes of one file, with the headers named beside it.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [file, headers] = [process.argv[2], JSON.parse(process.argv[3])]
const bytes = readFileSync(file)
const server = createServer((request, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log(`listens on http://127.0.0.1:${server.address().port}`))
